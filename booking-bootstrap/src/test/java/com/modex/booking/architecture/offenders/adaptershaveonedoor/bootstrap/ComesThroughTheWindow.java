package com.modex.booking.architecture.offenders.adaptershaveonedoor.bootstrap;

import com.modex.booking.architecture.offenders.adaptershaveonedoor.adapter.postgres.JooqShows;

final class ComesThroughTheWindow extends JooqShows {}
