package dev.relink.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreeWayTest {

    private static Values customer(String company, String phone) {
        return new Values(Map.of(
                "name",
                new Value.Text("Oakmont"),
                "companyName",
                new Value.Text(company),
                "phone",
                new Value.Text(phone)));
    }

    @Test
    void changes_in_different_fields_come_together() {
        var merge = ThreeWay.merge(
                Customer.TYPE, customer("A", "1"), customer("B", "1"), customer("A", "2"), QuickBooks.DESKTOP);
        assertThat(merge).isEqualTo(new ThreeWay.Merged(customer("B", "2")));
    }

    @Test
    void the_same_change_on_both_sides_is_no_collision() {
        var merge = ThreeWay.merge(
                Customer.TYPE, customer("A", "1"), customer("B", "1"), customer("B", "1"), QuickBooks.DESKTOP);
        assertThat(merge).isEqualTo(new ThreeWay.Merged(customer("B", "1")));
    }

    @Test
    void two_changes_of_one_field_collide() {
        var merge = ThreeWay.merge(
                Customer.TYPE, customer("A", "1"), customer("B", "1"), customer("C", "1"), QuickBooks.DESKTOP);
        assertThat(merge).isEqualTo(new ThreeWay.Collision(List.of("companyName")));
    }

    @Test
    void what_the_app_does_not_manage_never_differs() {
        var found = customer("A", "1").with("email", new Value.Text("a@b.c"));
        assertThat(Differences.between(Customer.TYPE, customer("A", "1"), found))
                .isEmpty();
    }

    @Test
    void blanks_line_breaks_in_addresses_and_lost_characters_are_no_difference() {
        var wanted = new Values(Map.of(
                "name", new Value.Text(" Wa\u0142\u0119sa "),
                "billingAddress",
                        new Value.Address(
                                List.of("The Old Orchard House behind the Water Mill"), null, null, null, null)));
        var found = new Values(Map.of(
                "name", new Value.Text("Wa??sa"),
                "billingAddress",
                        new Value.Address(
                                List.of("The Old Orchard House behind the Water", "Mill"), null, null, null, null)));
        assertThat(Differences.between(Customer.TYPE, wanted, found)).isEmpty();
    }
}
