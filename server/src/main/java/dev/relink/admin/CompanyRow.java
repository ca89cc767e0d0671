package dev.relink.admin;

import java.util.List;

/**
 * A company on the page of all companies.
 *
 * @param quickbooks {@code desktop} or {@code online}
 * @param bound records that are linked with one in QuickBooks
 */
public record CompanyRow(String id, String name, String quickbooks, Health health, Counts counts, long bound) {

    public boolean isDesktop() {
        return quickbooks.equals("desktop");
    }

    public String address() {
        return "/companies/" + id;
    }

    /** One sentence over all of them. */
    public static String summary(List<CompanyRow> companies) {
        long troubled = companies.stream().filter(CompanyRow::isTroubled).count();
        String all = companies.size() == 1 ? "1 company" : companies.size() + " companies";
        if (troubled == 0) {
            return all + ", and nothing waits for you.";
        }
        return all + "; " + (troubled == 1 ? "1 needs somebody." : troubled + " need somebody.");
    }

    private boolean isTroubled() {
        return counts.errors() > 0 || health.tone() == Tone.ERROR || health.tone() == Tone.YOU;
    }
}
