package dev.relink.people;

import dev.relink.company.CompanyId;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Access, as two parallel arrays in a row and back. */
final class Roles {

    private Roles() {}

    /** Reads the columns {@code everywhere}, {@code companies}, {@code roles}. */
    static Access read(ResultSet row) throws SQLException {
        String[] companies = texts(row.getArray("companies"));
        String[] roles = texts(row.getArray("roles"));
        Map<CompanyId, Role> each = new HashMap<>();
        for (int i = 0; i < companies.length; i++) {
            each.put(new CompanyId(companies[i]), role(roles[i]));
        }
        String everywhere = row.getString("everywhere");
        return new Access(everywhere == null ? null : role(everywhere), each);
    }

    static @Nullable String everywhere(Access access) {
        return access.everywhere() == null ? null : access.everywhere().word();
    }

    static String[] companies(Access access) {
        return access.companies().keySet().stream()
                .map(CompanyId::value)
                .sorted()
                .toArray(String[]::new);
    }

    /** In the order of {@link #companies}. */
    static String[] roles(Access access) {
        return access.companies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(CompanyId::value)))
                .map(entry -> entry.getValue().word())
                .toArray(String[]::new);
    }

    private static Role role(String word) {
        return Role.of(word).orElseThrow(() -> new IllegalStateException("The database holds no such role: " + word));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
