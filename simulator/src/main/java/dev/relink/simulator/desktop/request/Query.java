package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all queries of records have in common: how many, which page, which parts. */
abstract class Query implements Handler {
    /** The records that the request asks for, in the order of the answer. */
    abstract List<Entry> select(Call call) throws RequestFailed;

    @Override
    public final void answer(Call call, Element response) throws RequestFailed {
        Values.words(call.request(), call.rule());
        Values.formats(call.request(), call.rule());
        String iterator = call.request().attribute("iterator");
        List<Entry> entries = iterator == null ? plain(call, response) : iterated(call, iterator, response);
        print(call, entries, response);
    }

    private List<Entry> plain(Call call, Element response) throws RequestFailed {
        List<Entry> all = select(call);
        String metaData = call.request().attribute("metaData");
        if (metaData != null && !metaData.equals("NoMetaData")) {
            response.with("retCount", Integer.toString(all.size()));
        }
        if (all.isEmpty()) {
            throw Status.NO_MATCH.failure();
        }
        if ("MetaDataOnly".equals(metaData)) {
            return List.of();
        }
        String max = call.request().value("MaxReturned");
        return max == null ? all : all.subList(0, Math.min(all.size(), Integer.parseInt(max)));
    }

    private List<Entry> iterated(Call call, String iterator, Element response) throws RequestFailed {
        String max = call.request().value("MaxReturned");
        if (max == null && !iterator.equals("Stop")) {
            throw Status.missing("MaxReturned");
        }
        int size = max == null ? 0 : Integer.parseInt(max);
        String id = String.valueOf(call.request().attribute("iteratorID"));
        String request = call.request().name();
        Iterators.Page page = switch (iterator) {
            case "Start" -> call.iterators().start(request, select(call), size, call.switches().oneIteratorAtATime);
            case "Continue" -> call.iterators().next(id, request, size);
            case "Stop" -> call.iterators().stop(id) ? new Iterators.Page(List.of(), 0, id) : null;
            default -> throw Status.unknownWord(iterator, "iterator");
        };
        if (page == null) {
            throw Status.badIterator(id);
        }
        response.with("iteratorRemainingCount", Integer.toString(page.remaining()));
        response.with("iteratorID", page.id());
        if (iterator.equals("Start") && page.entries().isEmpty()) {
            throw Status.NO_MATCH.failure();
        }
        return page.entries();
    }

    private static void print(Call call, List<Entry> entries, Element response) {
        Element request = call.request();
        Ret.Parts parts = new Ret.Parts(
                isTrue(request.value("IncludeLineItems")),
                isTrue(request.value("IncludeLinkedTxns")),
                texts(request, "IncludeRetElement"),
                texts(request, "OwnerID"));
        Ret ret = new Ret(call.books(), call.version(), parts);
        for (Entry entry : entries) {
            response.add(ret.print(entry));
        }
    }

    static Set<String> texts(Element request, String name) {
        return request.all(name).map(Element::text).collect(Collectors.toUnmodifiableSet());
    }

    static boolean isTrue(@Nullable String bool) {
        return "true".equals(bool) || "1".equals(bool);
    }

    /** What a query by an id that is not there answers. */
    static RequestFailed deadId(Call call, String id) {
        return switch (call.switches().queryByDeadId) {
            case WARN_500 -> Status.incompleteQuery(id);
            case ERROR_3120 -> Status.notFound(id);
        };
    }
}
