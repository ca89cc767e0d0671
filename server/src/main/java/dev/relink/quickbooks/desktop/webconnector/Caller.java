package dev.relink.quickbooks.desktop.webconnector;

/** Who calls. @param address as the connection or a trusted proxy says */
record Caller(String address) {}
