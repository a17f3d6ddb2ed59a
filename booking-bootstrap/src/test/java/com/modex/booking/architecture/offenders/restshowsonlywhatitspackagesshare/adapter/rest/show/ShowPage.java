package com.modex.booking.architecture.offenders.restshowsonlywhatitspackagesshare.adapter.rest.show;

import com.modex.booking.architecture.offenders.restshowsonlywhatitspackagesshare.adapter.rest.page.Cursor;

record ShowPage(Cursor next, PublicForNobody show) {}
