package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Access that was given and is not confirmed yet.
 *
 * @param tokens sealed
 */
record Waiting(
        CompanyId company,
        String environment,
        String realm,
        String companyName,
        byte[] tokens,
        OffsetDateTime accessUntil,
        @Nullable OffsetDateTime refreshUntil,
        @Nullable OffsetDateTime hardUntil) {

    static final RowMapper<Waiting> ROW = (row, n) -> new Waiting(
            new CompanyId(row.getString("company_id")),
            row.getString("environment"),
            row.getString("realm"),
            row.getString("company_name"),
            row.getBytes("tokens"),
            row.getObject("access_until", OffsetDateTime.class),
            row.getObject("refresh_until", OffsetDateTime.class),
            row.getObject("hard_until", OffsetDateTime.class));

    String identity() {
        return "realm:" + realm;
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Waiting[" + company + ", " + environment + " realm " + realm + "]";
    }
}
