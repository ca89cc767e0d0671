package dev.relink.simulator.desktop;

/**
 * A program that works on a company file through the request processor, as its .qwc file introduces it.
 *
 * @param name AppName; message-set recovery is kept per application
 * @param ownerId {@code {GUID}} of the application
 * @param fileId {@code {GUID}} that marks this company for the application
 */
public record Application(String name, String ownerId, String fileId) {}
