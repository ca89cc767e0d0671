package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Deleted;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Times;
import dev.relink.simulator.desktop.qbxml.Element;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** ListDeletedQuery and TxnDeletedQuery: what is gone, as far back as QuickBooks remembers. */
final class DeletedQuery implements Handler {
    private final boolean lists;

    DeletedQuery(boolean lists) {
        this.lists = lists;
    }

    @Override
    public void answer(Call call, Element response) throws RequestFailed {
        Values.words(call.request(), call.rule());
        Values.formats(call.request(), call.rule());
        List<Deleted> found = found(call);
        String metaData = call.request().attribute("metaData");
        if (metaData != null && !metaData.equals("NoMetaData")) {
            response.with("retCount", Integer.toString(found.size()));
        }
        if (found.isEmpty()) {
            throw Status.NO_MATCH.failure();
        }
        if (!"MetaDataOnly".equals(metaData)) {
            Times times = call.books().times();
            found.forEach(deleted -> response.add(print(deleted, times)));
        }
    }

    private List<Deleted> found(Call call) throws RequestFailed {
        Books books = call.books();
        Set<String> types = Query.texts(call.request(), lists ? "ListDelType" : "TxnDelType");
        Predicate<Instant> when = Ranges.time(
                call.request().child("DeletedDateRangeFilter"), "FromDeletedDate", "ToDeletedDate", books.times());
        Instant forgotten = books.now().minus(call.switches().deletedRemembered);
        return books.deleted().stream()
                .filter(deleted -> lists == deleted.type() instanceof ListType)
                .filter(deleted -> types.contains(deleted.type().label()))
                .filter(deleted -> !deleted.deleted().isBefore(forgotten) && when.test(deleted.deleted()))
                .toList();
    }

    private Element print(Deleted deleted, Times times) {
        String kind = lists ? "List" : "Txn";
        Element ret = new Element(kind + "DeletedRet")
                .add(kind + "DelType", deleted.type().label())
                .add(kind + "ID", deleted.id())
                .add("TimeCreated", times.print(deleted.created()))
                .add("TimeDeleted", times.print(deleted.deleted()));
        return deleted.label().isEmpty() ? ret : ret.add(lists ? "FullName" : "RefNumber", deleted.label());
    }
}
