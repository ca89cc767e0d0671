package dev.relink.platform;

/** Makes what nobody may guess and nothing may repeat. Tests and simulations inject their own. */
public interface Ids {

    /** For tickets, one-time links, API tokens and passwords: 32 characters of {@code [A-Za-z0-9_-]}, 192 random bits. */
    String token();

    /**
     * For {@code newMessageSetID}: 20 characters of {@code [A-Z0-9]}, about 103 random bits. QuickBooks keeps 24
     * characters of it and compares them without regard to case.
     */
    String messageSetId();
}
