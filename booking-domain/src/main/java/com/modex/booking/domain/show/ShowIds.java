package com.modex.booking.domain.show;

/** Driven port: makes ids that no show had before; later ones sort behind earlier ones. */
@FunctionalInterface
public interface ShowIds {
    ShowId next();
}
