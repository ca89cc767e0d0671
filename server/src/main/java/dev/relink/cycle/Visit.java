package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.connector.Platform;

/** One driver's hold on a company: the epoch fences off every older visit. */
public record Visit(CompanyId company, long epoch, Platform platform) {}
