/** The practice Web Connector: the SOAP client that visits the server, asks what to run, runs it in QuickBooks, reports. */
@NullMarked
package dev.relink.simulator.webconnector;

import org.jspecify.annotations.NullMarked;
