package dev.relink.app.demo;

import dev.relink.company.CompanyId;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordKey;
import dev.relink.flow.Flow;
import dev.relink.flow.Flows;
import dev.relink.intake.Change;
import dev.relink.repair.Repair;
import dev.relink.repair.Repairs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a week at a real business brings: each kind of state that a record can be in, made the way it comes about. */
@Component
@OnlyInDemo
class Troubles {

    private static final Repairs.By SOMEBODY = new Repairs.By("Priya Nair", true, true);
    private static final int FIRST_NEW_INVOICE = 10_401;

    private final Flows flows;
    private final Repairs repairs;

    Troubles(Flows flows, Repairs repairs) {
        this.flows = flows;
        this.repairs = repairs;
    }

    /** What the bookkeeper did in QuickBooks since the last run. */
    void atTheKeyboard(PracticeQuickBooks practice, String file) {
        practice.delete(file, "customers", "Hollis, Margaret");
        practice.typeIn(
                file,
                "customers",
                Map.of(
                        "name", "Birchwood Homeowners Assn.",
                        "CompanyName", "Birchwood Homeowners Association",
                        "Phone", "614-555-0105",
                        "Email", "office@birchwoodhoa.example"));
        practice.merge(file, "Birchwood HOA", "Birchwood Homeowners Assn.");
        practice.delete(file, "invoices", "10388");
        practice.delete(file, "invoices", "10397");
        practice.openInWindow(file, "Maple Court Condos");
    }

    /** What was entered in the app meanwhile: it meets what was done at the keyboard. */
    List<Change> inTheApp(TreeCare business) {
        AppRecords app = business.app();
        var changes = new ArrayList<Change>();
        String hollis = business.idOf("Hollis, Margaret");
        changes.add(app.edited("customer", hollis, "phone", "614-555-0199"));
        changes.add(app.edited("customer", business.idOf("Birchwood HOA"), "notes", "Gate code at the office"));
        changes.add(app.edited("customer", business.idOf("Maple Court Condos"), "notes", "Call before 8"));
        changes.add(app.edited("invoice", "i10388", "memo", "Two visits"));
        int number = FIRST_NEW_INVOICE;
        changes.add(invoice(business, number++, hollis, "s101"));
        String smith = business.household("Smith", "John");
        changes.add(app.edited("customer", smith, "phone", "555-0131")); // QuickBooks has one with this telephone
        changes.add(invoice(business, number++, smith, "s106"));
        String nursery = business.client("Greenleaf Nursery", Map.of("companyName", "Greenleaf Nursery"));
        changes.add(app.edited("customer", nursery, "email", "yard@greenleaf.example"));
        String mulch = business.item(
                "Mulch, hardwood", "non-inventory", "42.00", "Sales:Landscape materials", "Tax", "Per cubic yard");
        changes.add(app.edited("item", mulch, "price", "44.00"));
        for (int i = 0; i < 14; i++) {
            changes.add(invoice(business, number++, "c" + (20_010 + i), mulch));
        }
        return changes;
    }

    private static Change invoice(TreeCare business, int number, String customer, String item) {
        String id = business.invoice(number, customer, item, 2);
        return business.app().edited("invoice", id, "memo", "Entered on the road");
    }

    /** Vendors need a person's yes from now on. */
    List<Change> awaitingApproval(CompanyId company, TreeCare business) {
        flows.change(company, new Flow(EntityTypes.require("vendor"), Flow.Mode.APPROVAL, Flow.OnDelete.REMOVE));
        return List.of(
                business.app()
                        .put("vendor", "v501", Map.of("name", "Ashford Crane & Rigging", "phone", "614-555-0178")),
                business.app().put("vendor", "v502", Map.of("name", "Buckeye Fuel", "phone", "614-555-0111")));
    }

    /** To be skipped before anything is sent. */
    Change test(TreeCare business) {
        return invoice(business, 10_500, "c20003", "s101");
    }

    void skipTest(CompanyId company) {
        var verdicts = repairs.apply(
                company,
                new Repair.Skip("Entered to try the tablet; not a real job"),
                List.of(new RecordKey("invoice", "i10500")),
                SOMEBODY,
                false);
        verdicts.stream().filter(verdict -> !verdict.accepted()).forEach(verdict -> {
            throw new IllegalStateException(verdict.effect());
        });
    }

    /** Its answer will be lost. */
    Change payment(TreeCare business) {
        business.payment(3_298, "i10298", 9);
        return business.app().edited("payment", "p3298", "memo", "Check by mail");
    }

    /**
     * The next visit sees that the answer to the last one never came. QuickBooks is closed just then, so what became of
     * the payment cannot be asked yet: it is in doubt.
     *
     * @param silence the last visit broke off and holds the company for this long
     */
    void noticeTheLostAnswer(PracticeQuickBooks practice, String file, Duration silence) {
        PracticeQuickBooks.pause(silence);
        practice.quickBooksRuns(file, false);
        practice.run(file);
        practice.quickBooksRuns(file, true);
    }

    /** Entered after the last run. */
    List<Change> stillToBeSent(TreeCare business) {
        var changes = new ArrayList<Change>();
        for (String name : List.of("Oakmont Apartments", "Elm Street Partners", "Willow Creek Estates")) {
            changes.add(business.app().edited("customer", business.idOf(name), "notes", "New site manager"));
        }
        changes.add(business.app().edited("invoice", "i10371", "memo", "Bill to the district office"));
        changes.add(invoice(business, 10_431, business.idOf("St. Brigid Parish"), "s109"));
        changes.add(invoice(business, 10_432, business.idOf("Pine Ridge Cemetery"), "s118"));
        return changes;
    }
}
