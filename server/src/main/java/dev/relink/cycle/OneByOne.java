package dev.relink.cycle;

import dev.relink.platform.Failure;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does something to many records together. Should that fail by a fault of ours, each is tried alone, so that the record
 * that cannot be written down stays the only one that is not.
 */
@Component
final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    /** Each on a savepoint of the turn's own transaction. */
    private final TransactionTemplate savepoint;

    OneByOne(TransactionTemplate transaction) {
        this.savepoint = new TransactionTemplate(
                Objects.requireNonNull(transaction.getTransactionManager(), "a template has its manager"));
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param instead what is done to one that fails alone; when that fails too, the turn does */
    <T> void all(List<T> some, Consumer<List<T>> work, BiConsumer<T, Failure> instead) {
        if (some.isEmpty()) {
            return;
        }
        try {
            nested(() -> work.accept(some));
        } catch (RuntimeException failed) {
            Failure failure = Failure.of(failed);
            if (failure.isLostDatabase()) {
                throw failed;
            }
            if (some.size() == 1) {
                failure.log(LOG, "What follows from QuickBooks' answer could not be written down: " + some);
                nested(() -> instead.accept(some.getFirst(), failure));
            } else {
                some.forEach(one -> all(List.of(one), work, instead));
            }
        }
    }

    private void nested(Runnable work) {
        savepoint.executeWithoutResult(_ -> work.run());
    }
}
