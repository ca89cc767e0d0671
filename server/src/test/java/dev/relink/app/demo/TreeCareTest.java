package dev.relink.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.intake.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeCareTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static TreeCare business() {
        return new TreeCare(new TreeCare.Size(60, 480, 60, 59, 400, 150), TODAY);
    }

    @Test
    void all_its_records_pass_the_door_and_are_the_same_at_every_start() {
        List<Change> records = business().app().all();
        assertThat(records.size()).isEqualTo(1_209);
        assertThat(records).isEqualTo(business().app().all());
    }

    @Test
    void no_two_clients_share_a_name() {
        Stream<String> names = business().app().all().stream()
                .filter(change -> change.type().name().equals("customer"))
                .map(change -> (Change.Put) change)
                .filter(put -> put.values().get("parent") == null)
                .map(put -> put.values().text("name"));
        assertThat(names).doesNotHaveDuplicates().contains("Hollis, Margaret", "Birchwood HOA", "Maple Court Condos");
    }

    @Test
    void the_clients_whom_the_bookkeeper_deletes_owe_nothing() {
        TreeCare business = business();
        String hollis = business.idOf("Hollis, Margaret");
        assertThat(business.app().all())
                .filteredOn(change -> change.type().isTransaction())
                .extracting(change -> ((Change.Put) change).values().get("customer"))
                .isNotEmpty()
                .noneMatch(customer -> String.valueOf(customer).contains(hollis));
    }
}
