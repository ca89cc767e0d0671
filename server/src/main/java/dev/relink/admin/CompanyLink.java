package dev.relink.admin;

/** An entry of the company switch. */
public record CompanyLink(String id, String name) {}
