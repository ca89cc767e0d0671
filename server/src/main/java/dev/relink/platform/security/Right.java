package dev.relink.platform.security;

/** What a route asks of whoever calls it. Those of a company read its id from the path variable {@code company}. */
public enum Right {
    /** Anybody, signed in or not. */
    NONE,
    /** Anybody who is signed in. */
    SIGNED_IN,
    /** {@link Access#mayRead} */
    READ,
    /** {@link Access#mayOperate} */
    OPERATE,
    /** {@link Access#mayAdmin} */
    ADMIN,
    /** {@link Access#mayAdminSomething}; what exactly is decided by the route itself. */
    ADMIN_OF_SOMETHING,
    /** {@link Access#mayAdminEverything} */
    ADMIN_OF_EVERYTHING
}
