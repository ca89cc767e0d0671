package dev.relink.cycle;

import dev.relink.company.CompanyId;

/** One driver's hold on a company: the epoch fences off every older visit. */
public record Visit(CompanyId company, long epoch) {}
