package dev.relink.attempt;

import dev.relink.company.CompanyId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went out, byte for byte. At most one set is out per company, and at most one with writes is unresolved. */
@Repository
public class MessageSets {

    private static final String SELECT = """
            select message_set_id, kind, state, epoch, requests, plan, checked_epoch, probed_epoch, probe_limit, stored, response, sent_at
              from message_set where company_id = :company
            """;

    private final JdbcClient jdbc;

    public MessageSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void out(
            CompanyId company,
            String id,
            StoredSet.Kind kind,
            long epoch,
            int requests,
            byte[] body,
            @Nullable String plan,
            Instant at) {
        jdbc.sql("""
                        insert into message_set (company_id, message_set_id, kind, state, epoch, requests, body,
                                                 body_sha256, plan, sent_at)
                        values (:company, :id, :kind, 'out', :epoch, :requests, :body, :sha256, :plan::jsonb, :at)
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("kind", kind.word())
                .param("epoch", epoch)
                .param("requests", requests)
                .param("body", body)
                .param("sha256", sha256(body))
                .param("plan", plan)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The set whose answer is awaited. */
    public Optional<StoredSet> out(CompanyId company) {
        return one(company, "state = 'out'");
    }

    /** The exact bytes of a set. */
    public byte[] body(CompanyId company, String id) {
        return jdbc.sql("select body from message_set where company_id = :company and message_set_id = :id")
                .param("company", company.value())
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** The set with writes whose outcome is not known. */
    public Optional<StoredSet> unresolved(CompanyId company) {
        return one(company, "kind = 'write' and state in ('out', 'in-doubt')");
    }

    /** The set that a visit sent last, if it was one with writes and was never answered: a late answer to it still counts. */
    public Optional<StoredSet> unansweredOf(CompanyId company, long epoch) {
        return one(company, "epoch = :epoch", epoch)
                .filter(set ->
                        set.kind() == StoredSet.Kind.WRITE && !set.state().equals("out"))
                .filter(set -> set.response() == null);
    }

    /**
     * The last resolved set whose stored answer QuickBooks may forget now. Only one that it answered whole is named: it may
     * refuse (600) whatever comes with the ID of a set that it does not know, again and again.
     */
    public @Nullable String toClear(CompanyId company) {
        return jdbc.sql("""
                        select message_set_id from message_set
                         where company_id = :company and kind = 'write' and state = 'resolved' and not cleared
                           and response is not null
                         order by sent_at desc limit 1
                        """)
                .param("company", company.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** It is not named any more as the one to forget. */
    public void cleared(CompanyId company, String id) {
        jdbc.sql("update message_set set cleared = true where company_id = :company and message_set_id = :id")
                .param("company", company.value())
                .param("id", id)
                .update();
    }

    /** Moves a set on, keeping the answer where there is one. @throws IllegalStateException when it was not in that state */
    public void move(CompanyId company, String id, String from, String to, byte @Nullable [] response, Instant at) {
        int rows = jdbc.sql("""
                        update message_set set state = :to, response = coalesce(:response::bytea, response),
                               answered_at = :at
                         where company_id = :company and message_set_id = :id and state = :from
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .param("response", response)
                .param("at", Timestamp.from(at))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("Message set %s of %s is no longer %s".formatted(id, company, from));
        }
    }

    /** What QuickBooks stored for a set in doubt, as a visit learned it. */
    public void checked(CompanyId company, String id, long epoch, @Nullable String stored) {
        jdbc.sql("""
                        update message_set set checked_epoch = :epoch, stored = coalesce(:stored::jsonb, stored)
                         where company_id = :company and message_set_id = :id
                        """)
                .param("company", company.value())
                .param("id", id)
                .param("epoch", epoch)
                .param("stored", stored)
                .update();
    }

    /** A visit has looked for the writes of a set in doubt. */
    public void probed(CompanyId company, String id, long epoch) {
        jdbc.sql("update message_set set probed_epoch = :epoch where company_id = :company and message_set_id = :id")
                .param("company", company.value())
                .param("id", id)
                .param("epoch", epoch)
                .update();
    }

    /** How many of the writes of a set in doubt QuickBooks is asked about at once. */
    public void probeLimit(CompanyId company, String id, int limit) {
        jdbc.sql("update message_set set probe_limit = :limit where company_id = :company and message_set_id = :id")
                .param("company", company.value())
                .param("id", id)
                .param("limit", limit)
                .update();
    }

    private Optional<StoredSet> one(CompanyId company, String condition) {
        return one(company, condition, -1);
    }

    private Optional<StoredSet> one(CompanyId company, String condition, long epoch) {
        return jdbc.sql(SELECT + " and " + condition + " order by sent_at desc limit 1")
                .param("company", company.value())
                .param("epoch", epoch)
                .query(MessageSets::set)
                .optional();
    }

    private static StoredSet set(ResultSet row, int n) throws SQLException {
        return new StoredSet(
                row.getString("message_set_id"),
                StoredSet.Kind.of(row.getString("kind")),
                row.getString("state"),
                row.getLong("epoch"),
                row.getInt("requests"),
                row.getString("plan"),
                row.getObject("checked_epoch", Long.class),
                row.getObject("probed_epoch", Long.class),
                row.getInt("probe_limit"),
                row.getString("stored"),
                row.getBytes("response"),
                row.getTimestamp("sent_at").toInstant());
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
