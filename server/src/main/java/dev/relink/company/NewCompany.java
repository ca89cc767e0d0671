package dev.relink.company;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A company to be made.
 *
 * @param id null: made from the name
 * @param companyFile Desktop only: a full Windows path to a {@code .qbw} file, or empty for whichever file is open
 * @throws CompanyRefused naming the field at fault
 */
public record NewCompany(@Nullable CompanyId id, String name, QuickBooks quickbooks, String companyFile) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PATH = 259;

    /** A drive or a share: a word such as "none" would be an order to the Web Connector. */
    private static final Pattern FULL_PATH = Pattern.compile("(?i)([a-z]:\\\\|\\\\\\\\)[^<>\"|?*\\p{Cntrl}]+\\.qbw");

    private static final Pattern NOT_IN_IDS = Pattern.compile("[^a-z0-9]+");

    public NewCompany {
        name = name.strip();
        companyFile = companyFile.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new CompanyRefused("/name", "A company needs a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (!companyFile.isEmpty() && quickbooks == QuickBooks.ONLINE) {
            throw new CompanyRefused("/companyFile", "Only QuickBooks Desktop has a company file: leave it out.");
        }
        if (!companyFile.isEmpty() && !isFullPath(companyFile)) {
            throw new CompanyRefused(
                    "/companyFile",
                    "Write the full path on the computer with QuickBooks, such as C:\\Books\\Acme.qbw, or leave it empty"
                            + " for whichever company file is open.");
        }
    }

    private static boolean isFullPath(String path) {
        return path.length() <= LONGEST_PATH && FULL_PATH.matcher(path).matches();
    }

    /** The id to try on the n-th try, counted from 1: {@code acme-tree-care}, {@code acme-tree-care-2} ... */
    CompanyId candidate(int n) {
        if (id != null) {
            return id;
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "");
        String words = NOT_IN_IDS.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
        String start = words.isEmpty() ? "company" : words.substring(0, Math.min(words.length(), 32));
        return new CompanyId(n == 1 ? start : start + "-" + n);
    }
}
