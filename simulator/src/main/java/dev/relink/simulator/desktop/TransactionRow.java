package dev.relink.simulator.desktop;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One transaction, as a register shows it.
 *
 * @param type the qbXML name of its type: Invoice, ReceivePayment ...
 * @param entity full name of its customer
 * @param total tax included
 * @param remaining what is still to be paid of an invoice, unused of a payment or credit memo; zero otherwise
 * @param voided whether it was voided: all amounts are zero
 * @param open whether somebody has it open in a window (it is locked)
 */
public record TransactionRow(
        String txnId,
        String type,
        String refNumber,
        String entity,
        LocalDate date,
        BigDecimal total,
        BigDecimal remaining,
        String memo,
        boolean voided,
        String editSequence,
        boolean open) {}
