package dev.relink.quickbooks.desktop.webconnector;

/** The protocol: what the Web Connector may call, and who answers. */
final class WebConnector {

    private final Door door;
    private final Visits visits;
    private final ClientVersions versions = new ClientVersions();

    WebConnector(Door door, Visits visits) {
        this.door = door;
        this.visits = visits;
    }

    Reply answer(WebConnectorCall call, Caller caller) {
        return switch (call) {
            case WebConnectorCall.ServerVersion _ -> Reply.text("Relink");
            case WebConnectorCall.ClientVersion its -> {
                versions.note(caller, its.version());
                yield Reply.text(ClientVersion.answer(its.version()));
            }
            case WebConnectorCall.Authenticate its -> door.authenticate(its, caller, versions.take(caller));
            case WebConnectorCall.SendRequest its -> visits.sendRequest(its);
            case WebConnectorCall.ReceiveResponse its -> visits.receiveResponse(its);
            case WebConnectorCall.ConnectionError its -> visits.connectionError(its);
            case WebConnectorCall.GetLastError its -> visits.lastError(its);
            case WebConnectorCall.CloseConnection its -> visits.close(its);
            // We never ask for interactive mode; should it be on all the same, it is over at once.
            case WebConnectorCall.GetInteractiveUrl _ -> Reply.text("");
            case WebConnectorCall.InteractiveDone _ -> Reply.text("Done");
            case WebConnectorCall.InteractiveRejected _ -> Reply.text("Relink needs no interactive session.");
        };
    }
}
