/** The demo: a tree-care business that stands in for an app, in step with practice QuickBooks but for a few troubles. */
@NullMarked
package dev.relink.app.demo;

import org.jspecify.annotations.NullMarked;
