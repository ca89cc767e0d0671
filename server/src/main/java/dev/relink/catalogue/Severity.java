package dev.relink.catalogue;

/** How bad it is, in truth: QuickBooks' own statusSeverity is not reliable (3210 was recorded as Info). */
public enum Severity implements Word {
    INFO,
    WARNING,
    ERROR
}
