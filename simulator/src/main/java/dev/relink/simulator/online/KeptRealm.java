package dev.relink.simulator.online;

import dev.relink.simulator.online.books.KeptBooks;
import dev.relink.simulator.online.webhook.Webhooks;
import java.util.List;

/** A realm as it is kept on disk. */
public record KeptRealm(Profile profile, KeptBooks books, List<Webhooks.Kept> webhooks) {}
