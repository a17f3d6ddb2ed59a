package com.modex.booking.architecture.offenders.namessaysomething.application;

interface Empty {
    interface ShowService {}

    interface ShowManager {}

    interface ShowHelper {}

    interface ShowUtil {}

    interface ShowUtils {}

    interface ShowImpl {}

    interface ShowDto {}

    interface ShowDTO {}
}
