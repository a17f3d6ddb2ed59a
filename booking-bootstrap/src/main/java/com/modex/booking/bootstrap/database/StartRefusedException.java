package com.modex.booking.bootstrap.database;

/** The server cannot start as it was set up. Shown to the operator as two sentences, without a stack trace. */
final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param reason what is wrong; never holds a secret
     * @param remedy what to do about it
     */
    StartRefusedException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
