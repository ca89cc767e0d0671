package dev.relink.entity;

/** One entity type: its fields, once. */
public record EntityType(String name) {}
