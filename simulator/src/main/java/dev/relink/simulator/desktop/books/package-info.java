/** The books of one company: lists, transactions, names, balances, and the switches for what nobody has verified. */
@NullMarked
package dev.relink.simulator.desktop.books;

import org.jspecify.annotations.NullMarked;
