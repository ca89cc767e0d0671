package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Lists;
import dev.relink.simulator.desktop.qbxml.Element;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** CustomerQuery and its like; ItemQuery, EntityQuery and TermsQuery span several types. */
final class ListQuery extends Query {
    private static final Comparator<ListElement> LIST_ORDER =
            Comparator.comparing(ListElement::fullName, String.CASE_INSENSITIVE_ORDER);

    private final List<ListType> types;

    ListQuery(List<ListType> types) {
        this.types = types;
    }

    @Override
    List<Entry> select(Call call) throws RequestFailed {
        if (types.contains(ListType.CURRENCY)) {
            Features.require(call, Feature.MULTI_CURRENCY);
        }
        Element request = call.request();
        if (request.child("ListID") != null) {
            return byId(call);
        }
        return request.child("FullName") != null ? byName(call) : filtered(call);
    }

    private List<Entry> byId(Call call) throws RequestFailed {
        List<Entry> found = new ArrayList<>();
        for (Element listId : call.request().all("ListID").toList()) {
            ListElement element = call.books().lists().get(listId.text());
            if (element == null || !types.contains(element.type())) {
                throw deadId(call, listId.text());
            }
            found.add(element);
        }
        return found;
    }

    private List<Entry> byName(Call call) throws RequestFailed {
        List<Entry> found = new ArrayList<>();
        for (Element fullName : call.request().all("FullName").toList()) {
            ListElement element = call.books().lists().find(types, fullName.text());
            if (element == null) {
                throw Status.incompleteQuery(fullName.text());
            }
            found.add(element);
        }
        return found;
    }

    private List<Entry> filtered(Call call) throws RequestFailed {
        Predicate<ListElement> filter = filter(call);
        Lists lists = call.books().lists();
        return types.stream()
                .flatMap(type -> lists.all(type).stream().filter(filter).sorted(LIST_ORDER))
                .map(Entry.class::cast)
                .toList();
    }

    private static Predicate<ListElement> filter(Call call) throws RequestFailed {
        Element request = call.request();
        if (request.child("CurrencyFilter") != null || request.child("ClassFilter") != null) {
            throw Status.notSupported();
        }
        Predicate<Instant> modified = Ranges.time(
                request, "FromModifiedDate", "ToModifiedDate", call.books().times());
        Predicate<String> name = Ranges.text(request.child("NameFilter"), "Name");
        Predicate<String> range = Ranges.textRange(request.child("NameRangeFilter"), "FromName", "ToName");
        String status = request.value("ActiveStatus");
        Set<String> words = words(request);
        Predicate<ListElement> balance = balance(request.child("TotalBalanceFilter"));
        return element -> active(status, element)
                && modified.test(element.modified())
                && name.test(element.fullName())
                && range.test(element.fullName())
                && (words.isEmpty() || words.contains(word(element)))
                && balance.test(element);
    }

    /** AccountType and PaymentMethodType are filters too. */
    private static Set<String> words(Element request) {
        Set<String> accounts = texts(request, "AccountType");
        return accounts.isEmpty() ? texts(request, "PaymentMethodType") : accounts;
    }

    private static String word(ListElement element) {
        String accountType = element.fields().value("AccountType");
        return accountType == null ? String.valueOf(element.fields().value("PaymentMethodType")) : accountType;
    }

    /** Without a word on it, a query sees active elements only. */
    private static boolean active(@Nullable String status, ListElement element) {
        return switch (status) {
            case "All" -> true;
            case "InactiveOnly" -> !element.active();
            case null, default -> element.active();
        };
    }

    private static Predicate<ListElement> balance(@Nullable Element filter) {
        if (filter == null) {
            return _ -> true;
        }
        BigDecimal limit = new BigDecimal(String.valueOf(filter.value("Amount")));
        String operator = String.valueOf(filter.value("Operator"));
        return element -> {
            int order = element.totalBalance().compareTo(limit);
            return switch (operator) {
                case "LessThan" -> order < 0;
                case "LessThanEqual" -> order <= 0;
                case "GreaterThan" -> order > 0;
                case "GreaterThanEqual" -> order >= 0;
                default -> order == 0;
            };
        };
    }
}
