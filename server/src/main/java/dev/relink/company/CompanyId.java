package dev.relink.company;

import java.util.regex.Pattern;

/** A company's id: the user name of its Web Connector and a part of every address. Lower case, digits, hyphens; at most 40. */
public record CompanyId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public CompanyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no company id: a to z, 0 to 9 and hyphens, at most 40 characters".formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
