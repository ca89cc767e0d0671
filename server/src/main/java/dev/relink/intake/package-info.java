/** Takes in what the app says: whole snapshots and deletions, in batches, and queues what QuickBooks must be told. */
@NullMarked
package dev.relink.intake;

import org.jspecify.annotations.NullMarked;
