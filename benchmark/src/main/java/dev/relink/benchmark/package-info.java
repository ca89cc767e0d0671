/** Benchmarks: ratios measured in one run. */
@NullMarked
package dev.relink.benchmark;

import org.jspecify.annotations.NullMarked;
