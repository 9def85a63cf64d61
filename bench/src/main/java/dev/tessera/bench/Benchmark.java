package dev.tessera.bench;

import java.io.IOException;

/** Measures one side of the server and reports its figures. */
interface Benchmark {
    /** What it is called on the command line. */
    String name();

    void run(Workbench bench) throws IOException, InterruptedException;
}
