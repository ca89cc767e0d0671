package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Times;
import dev.relink.simulator.desktop.qbxml.Element;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Filters that queries share: ranges of time, date and text, and parts of a text. */
final class Ranges {
    private static final Predicate<Object> ALL = _ -> true;

    private Ranges() {}

    /** Between {@code fromName} and {@code toName}, both included, where they are given. */
    static Predicate<Instant> time(@Nullable Element filter, String fromName, String toName, Times times)
            throws RequestFailed {
        String from = filter == null ? null : filter.value(fromName);
        String to = filter == null ? null : filter.value(toName);
        return between(from == null ? null : times.from(from), to == null ? null : times.to(to));
    }

    /** TxnDateRangeFilter: two dates, or one of the macros that practice QuickBooks knows. */
    static Predicate<LocalDate> date(@Nullable Element filter, LocalDate today) throws RequestFailed {
        if (filter == null) {
            return ALL::test;
        }
        String macro = filter.value("DateMacro");
        if (macro != null) {
            return macro(macro, today);
        }
        String from = filter.value("FromTxnDate");
        String to = filter.value("ToTxnDate");
        return between(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    /** NameFilter and RefNumberFilter: a MatchCriterion and a text, whatever the case. */
    static Predicate<String> text(@Nullable Element filter, String textName) {
        if (filter == null) {
            return ALL::test;
        }
        String wanted = String.valueOf(filter.value(textName)).toLowerCase(Locale.ROOT);
        return switch (String.valueOf(filter.value("MatchCriterion"))) {
            case "StartsWith" -> text -> text.toLowerCase(Locale.ROOT).startsWith(wanted);
            case "EndsWith" -> text -> text.toLowerCase(Locale.ROOT).endsWith(wanted);
            default -> text -> text.toLowerCase(Locale.ROOT).contains(wanted);
        };
    }

    /** NameRangeFilter and RefNumberRangeFilter. */
    static Predicate<String> textRange(@Nullable Element filter, String fromName, String toName) {
        String from = filter == null ? null : filter.value(fromName);
        String to = filter == null ? null : filter.value(toName);
        Comparator<String> order = String.CASE_INSENSITIVE_ORDER;
        return text -> (from == null || order.compare(text, from) >= 0) && (to == null || order.compare(text, to) <= 0);
    }

    private static Predicate<LocalDate> macro(String macro, LocalDate today) throws RequestFailed {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        return switch (macro) {
            case "All" -> ALL::test;
            case "Today" -> between(today, today);
            case "Yesterday" -> between(today.minusDays(1), today.minusDays(1));
            case "ThisMonth" -> between(month, month.plusMonths(1).minusDays(1));
            case "ThisMonthToDate" -> between(month, today);
            case "LastMonth" -> between(month.minusMonths(1), month.minusDays(1));
            case "ThisCalendarYear" -> between(year, year.plusYears(1).minusDays(1));
            case "ThisCalendarYearToDate" -> between(year, today);
            case "LastCalendarYear" -> between(year.minusYears(1), year.minusDays(1));
            default -> throw Status.notSupported();
        };
    }

    private static <T extends Comparable<? super T>> Predicate<T> between(@Nullable T from, @Nullable T to)
            throws RequestFailed {
        if (from != null && to != null && from.compareTo(to) > 0) {
            throw Status.badRange();
        }
        return value -> (from == null || value.compareTo(from) >= 0) && (to == null || value.compareTo(to) <= 0);
    }
}
