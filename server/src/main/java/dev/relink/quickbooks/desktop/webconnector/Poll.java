package dev.relink.quickbooks.desktop.webconnector;

import java.time.Duration;

/**
 * All that {@code authenticate} needs to know of a company, read by one statement.
 *
 * @param busyFor how long a living visit keeps others out; zero when there is none
 * @param companyFile full path, or empty for whichever file is open
 */
record Poll(byte[] passwordHash, boolean hasWork, Duration busyFor, String companyFile) {}
