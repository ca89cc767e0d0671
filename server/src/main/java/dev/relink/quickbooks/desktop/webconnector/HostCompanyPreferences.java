package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.connector.Row;
import java.util.Optional;

/** Reads what the Web Connector sends along with a visit's first call: QuickBooks' answers to three queries. */
@FunctionalInterface
interface HostCompanyPreferences {

    /** Empty when the text cannot be read: then QuickBooks is asked itself. */
    Optional<Row.Books> read(String hcp);
}
