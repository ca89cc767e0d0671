package dev.relink.simulator.desktop;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One element of a list, as a list window shows it.
 *
 * @param type the qbXML name of its type: Customer, ItemService ...
 * @param balance what a customer owes, null for lists without a balance
 * @param note the address, price, rate or other detail that helps a person to recognise it
 * @param open whether somebody has it open in a window (it is locked)
 */
public record ListRow(
        String listId,
        String type,
        String name,
        String fullName,
        int sublevel,
        boolean active,
        String editSequence,
        @Nullable BigDecimal balance,
        String note,
        boolean open) {}
