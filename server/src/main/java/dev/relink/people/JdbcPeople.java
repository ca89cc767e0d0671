package dev.relink.people;

import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPeople implements People {

    private static final String SELECT = """
            select p.id, p.email, p.name, p.everywhere, p.password is not null as has_password, p.subject,
                   p.signed_in_at,
                   array(select company_id from person_role where person_id = p.id order by company_id) as companies,
                   array(select role from person_role where person_id = p.id order by company_id) as roles
              from person p
            """;

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final InstantSource clock;

    JdbcPeople(JdbcClient jdbc, Passwords passwords, InstantSource clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public List<Person> all() {
        return jdbc.sql(SELECT + " order by lower(p.name), p.id")
                .query((row, n) -> person(row))
                .list();
    }

    @Override
    public Optional<Person> find(long id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query((row, n) -> person(row))
                .optional();
    }

    @Override
    public Optional<Person> byEmail(String email) {
        return jdbc.sql(SELECT + " where p.email = :email")
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> person(row))
                .optional();
    }

    @Override
    public Optional<Person> bySubject(String subject) {
        return jdbc.sql(SELECT + " where p.subject = :subject")
                .param("subject", subject)
                .query((row, n) -> person(row))
                .optional();
    }

    @Override
    public boolean isLastAdministrator(long id) {
        return jdbc.sql("""
                        select exists (select from person where everywhere = 'admin' and id = :id)
                           and not exists (select from person where everywhere = 'admin' and id <> :id)
                        """).param("id", id).query(Boolean.class).single();
    }

    @Override
    public void tie(long id, String subject) {
        one(jdbc.sql("update person set subject = :subject where id = :id and subject is null")
                .param("subject", subject)
                .param("id", id)
                .update());
    }

    @Override
    public void signedIn(long id) {
        one(jdbc.sql("update person set signed_in_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update());
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from person)")
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public Person add(String email, String name, Access access) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        try {
            long id = jdbc.sql(
                            "insert into person (email, name, everywhere, added_at) values (:email, :name, :everywhere, :now) returning id")
                    .param("email", address)
                    .param("name", name.strip())
                    .param("everywhere", Roles.everywhere(access))
                    .param("now", now())
                    .query(Long.class)
                    .single();
            writeRoles(id, access);
            return new Person(id, address, name.strip(), access, false, null, null);
        } catch (DuplicateKeyException taken) {
            throw new EmailTaken(address);
        }
    }

    @Override
    @Transactional
    public void change(long id, String name, Access access) {
        jdbc.sql("delete from person_role where person_id = :id")
                .param("id", id)
                .update();
        one(jdbc.sql("update person set name = :name, everywhere = :everywhere where id = :id")
                .param("name", name.strip())
                .param("everywhere", Roles.everywhere(access))
                .param("id", id)
                .update());
        writeRoles(id, access);
        requireAnAdministrator();
    }

    @Override
    @Transactional
    public void remove(long id) {
        one(jdbc.sql("delete from person where id = :id").param("id", id).update());
        requireAnAdministrator();
    }

    @Override
    @Transactional
    public void setPassword(long id, String password) {
        jdbc.sql("delete from person_session where person_id = :id")
                .param("id", id)
                .update(); // as many as there are
        one(jdbc.sql("update person set password = :password, password_changed_at = :now where id = :id")
                .param("password", passwords.hash(password))
                .param("now", now())
                .param("id", id)
                .update());
    }

    @Override
    public boolean hasPassword(long id, String password) {
        return passwords.matches(
                password,
                jdbc.sql("select password from person where id = :id and password is not null")
                        .param("id", id)
                        .query(String.class)
                        .optional());
    }

    @Override
    public Optional<Person> withPassword(String email, String password) {
        record Hash(long id, String password) {}
        Optional<Hash> stored = jdbc.sql(
                        "select id, password from person where email = :email and password is not null")
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> new Hash(row.getLong("id"), row.getString("password")))
                .optional();
        boolean right = passwords.matches(password, stored.map(Hash::password));
        return stored.filter(hash -> right).flatMap(hash -> {
            signedIn(hash.id);
            return find(hash.id);
        });
    }

    private void writeRoles(long id, Access access) {
        jdbc.sql("insert into person_role (person_id, company_id, role) select :id, * from unnest(:companies, :roles)")
                .param("id", id)
                .param("companies", Roles.companies(access))
                .param("roles", Roles.roles(access))
                .update();
    }

    /** Serialises those who take an administrator away, so that two of them cannot take the last two at once. */
    private void requireAnAdministrator() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('relink administrators'))")
                .query(row -> {});
        boolean any = jdbc.sql("select exists (select from person where everywhere = :admin)")
                .param("admin", Role.ADMIN.word())
                .query(Boolean.class)
                .single();
        if (!any) {
            throw new LastAdministrator();
        }
    }

    private static Person person(ResultSet row) throws SQLException {
        var signedInAt = row.getTimestamp("signed_in_at");
        return new Person(
                row.getLong("id"),
                row.getString("email"),
                row.getString("name"),
                Roles.read(row),
                row.getBoolean("has_password"),
                row.getString("subject"),
                signedInAt == null ? null : signedInAt.toInstant());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("The person is not there any more: load the page again.");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
