package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Space;
import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All requests that practice QuickBooks knows, and who answers each. */
public final class Requests {
    private static final Map<String, Handler> HANDLERS = handlers();

    private Requests() {}

    /** An answer and whether the request was done: 0 and 1 are, and an incomplete query is no reason to stop either. */
    public record Answer(Element element, boolean failed) {}

    /** Runs one request; whatever happens to it, there is an answer. */
    public static Answer run(Call call) {
        Element content = new Element(responseName(call.request()));
        try {
            Values.requestId(call.request(), call.switches());
            internalError(call.switches());
            handler(call).answer(call, content);
            return answer(call, Status.OK, content);
        } catch (RequestFailed e) {
            return answer(call, e.status(), content);
        }
    }

    /** Does what the request says for the person at the keyboard. */
    public static Element orFail(Call call) throws RequestFailed {
        Element content = new Element(responseName(call.request()));
        handler(call).answer(call, content);
        return content;
    }

    /** The answer to a request that was not run because one before it failed. */
    public static Element notProcessed(Element request) {
        return status(request, Status.NOT_PROCESSED);
    }

    /** The answer to a request that was done and undone. */
    public static Element rolledBack(Element request) {
        return status(request, Status.ROLLED_BACK);
    }

    private static void internalError(Switches switches) throws RequestFailed {
        int left = switches.internalErrors;
        if (left > 0) {
            switches.internalErrors = left - 1;
            throw Status.internal();
        }
    }

    private static Handler handler(Call call) throws RequestFailed {
        Handler handler = HANDLERS.get(call.request().name());
        if (handler == null) {
            throw Status.notSupported();
        }
        return handler;
    }

    private static Answer answer(Call call, Status status, Element content) {
        Element element = status(call.request(), status);
        content.attributes().forEach(element::with);
        content.children().forEach(element::add);
        boolean failed = !status.severity().equals("Warn")
                && !status.code().equals("0")
                && !status.code().equals("1");
        return new Answer(element, failed);
    }

    private static Element status(Element request, Status status) {
        Element element = new Element(responseName(request));
        String requestId = request.attribute("requestID");
        if (requestId != null) {
            element.with("requestID", requestId);
        }
        return element.with("statusCode", status.code())
                .with("statusSeverity", status.severity())
                .with("statusMessage", status.message());
    }

    private static String responseName(Element request) {
        return request.name().substring(0, request.name().length() - "Rq".length()) + "Rs";
    }

    private static Map<String, Handler> handlers() {
        Map<String, Handler> handlers = new HashMap<>();
        for (ListType type : ListType.values()) {
            handlers.put(type.label() + "AddRq", Writes.addTo(type));
            handlers.put(type.label() + "ModRq", Writes.modify(type));
            handlers.put(type.label() + "QueryRq", new ListQuery(List.of(type)));
        }
        for (TxnType type : TxnType.values()) {
            handlers.put(type.label() + "AddRq", Writes.enter(type));
            handlers.put(type.label() + "ModRq", Writes.modify(type));
            handlers.put(type.label() + "QueryRq", new TxnQuery(type));
        }
        handlers.put("ItemQueryRq", new ListQuery(ListType.in(Space.ITEM)));
        handlers.put("EntityQueryRq", new ListQuery(ListType.in(Space.ENTITY)));
        handlers.put("TermsQueryRq", new ListQuery(ListType.in(Space.TERMS)));
        handlers.put("ListDelRq", Deletions::list);
        handlers.put("TxnDelRq", Deletions::transaction);
        handlers.put("TxnVoidRq", Deletions::voidOut);
        handlers.put("ListMergeRq", Deletions::merge);
        handlers.put("ListDeletedQueryRq", new DeletedQuery(true));
        handlers.put("TxnDeletedQueryRq", new DeletedQuery(false));
        handlers.put("DataExtAddRq", PrivateFields::add);
        handlers.put("DataExtModRq", PrivateFields::modify);
        handlers.put("DataExtDelRq", PrivateFields::delete);
        handlers.put("HostQueryRq", CompanyQueries::host);
        handlers.put("CompanyQueryRq", CompanyQueries::company);
        handlers.put("PreferencesQueryRq", CompanyQueries::preferences);
        return Map.copyOf(handlers);
    }
}
