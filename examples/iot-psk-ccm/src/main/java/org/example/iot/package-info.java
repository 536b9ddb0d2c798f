/** A device and its station, which know a key and nothing else of each other. */
package org.example.iot;
