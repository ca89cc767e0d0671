package dev.relink.intake;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityType;
import dev.relink.entity.Values;
import dev.relink.flow.Flows;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where records come in. Each call is one transaction. */
@Component
public class Intake {

    private final Batch batch;
    private final TransactionTemplate transaction;

    public Intake(JdbcClient jdbc, PlatformTransactionManager transactions, InstantSource clock) {
        this.batch = new Batch(new JdbcRecords(jdbc), new JdbcQueue(jdbc), new Flows(jdbc, clock), clock);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The record as it is now, whole. */
    public Verdict put(CompanyId company, EntityType type, String id, Values values) {
        return apply(company, List.of(new Change.Put(type, id, values))).getFirst();
    }

    /** The app has deleted the record: void it or make it inactive in QuickBooks, if its flow says so. */
    public Verdict delete(CompanyId company, EntityType type, String id) {
        return apply(company, List.of(new Change.Delete(type, id))).getFirst();
    }

    /**
     * Many changes of one company: one verdict per change, in their order. Of several changes of one record the last
     * counts.
     *
     * @param changes a thousand or so: they are held in memory and written together
     * @throws NoSuchCompany when nobody has set it up
     */
    public List<Verdict> apply(CompanyId company, List<Change> changes) {
        return Objects.requireNonNull(transaction.execute(_ -> batch.apply(company, changes)));
    }
}
