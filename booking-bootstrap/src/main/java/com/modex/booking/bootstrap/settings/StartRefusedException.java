package com.modex.booking.bootstrap.settings;

/** The server cannot start as it was set up. Shown to the operator as two sentences, without a stack trace. */
public final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param reason what is wrong; never holds a secret
     * @param remedy what to do about it
     */
    public StartRefusedException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
