/** Stories over the wire: the whole server over HTTP, practice QuickBooks behind its Web Connector, and its books as the judge. */
@NullMarked
package dev.relink.scenario;

import org.jspecify.annotations.NullMarked;
