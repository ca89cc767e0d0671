package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.qbxml.Element;

/** What one type of request does. */
@FunctionalInterface
interface Handler {
    /**
     * Does it, and adds what there is to say to {@code response}.
     *
     * @throws RequestFailed if nothing was done
     */
    void answer(Call call, Element response) throws RequestFailed;
}
