package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import dev.relink.platform.Json;
import dev.relink.platform.Secrets;
import org.springframework.stereotype.Component;

/** Tokens as they are kept: unreadable without the key, and only where they belong. */
@Component
class Sealing {

    private final Secrets secrets;

    Sealing(Secrets secrets) {
        this.secrets = secrets;
    }

    byte[] seal(CompanyId company, Pair tokens) {
        return secrets.seal(company.value(), Json.write(tokens));
    }

    /** @throws dev.relink.platform.SealBroken when the row is another company's, or the key is another */
    Pair open(CompanyId company, byte[] sealed) {
        return Json.read(secrets.open(company.value(), sealed), Pair.class);
    }
}
