/**
 * A whole plug-in of private-use algorithms that no other module has: one part of every kind, each in one file. It shows
 * plug-in authors how little there is to write, and tests that the core knows no algorithm by itself.
 */
package dev.dovetail.tls.testkit.sample;
