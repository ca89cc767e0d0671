package dev.relink.simulator.desktop.books;

/** A preference or edition that a company may lack; using it while it is off answers 3250. */
public enum Feature {
    /** {@code CurrencyRef}, {@code ExchangeRate}, the currency list. */
    MULTI_CURRENCY,
    /** {@code ClassRef} and the class list. */
    CLASS_TRACKING,
    /** Estimates. */
    ESTIMATES,
    /** Sales orders (Premier and up). */
    SALES_ORDERS,
    /** Inventory items. */
    INVENTORY,
    /** Sales tax: tax items, codes and what a transaction says about them. */
    SALES_TAX,
    /** Account numbers. */
    ACCOUNT_NUMBERS,
    /** {@code PriceLevelRef}. */
    PRICE_LEVELS,
    /** {@code UnitOfMeasure}. */
    UNITS_OF_MEASURE,
    /** {@code InventorySiteRef} and {@code InventorySiteLocationRef}. */
    INVENTORY_SITES
}
