/** Brings PostgreSQL up, our own or somebody's server, and hands out its data source, migrated. */
@NullMarked
package dev.relink.platform.database;

import org.jspecify.annotations.NullMarked;
