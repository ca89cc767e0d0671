package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;

/**
 * The bearer token of a company's realm. Refreshed by one at a time over all nodes, and stored before it is given out. May
 * take as long as Intuit's token service does: ask outside of any transaction.
 */
public interface AccessTokens {

    /**
     * Valid for at least a minute.
     *
     * @throws NeedsReconnecting when only a person can give it
     * @throws TokensUnavailable when it is to be asked again later
     */
    Access of(CompanyId company);

    /**
     * After a 401 with 3200: another one than {@code rejected}.
     *
     * @throws NeedsReconnecting when only a person can give it
     * @throws TokensUnavailable when it is to be asked again later
     */
    Access renewed(CompanyId company, Access rejected);

    /**
     * @param realm of digits, kept as text
     * @param environment {@code production} or {@code sandbox}
     */
    record Access(String realm, String token, String environment) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Access[" + environment + " realm " + realm + "]";
        }
    }
}
