using GoAbi.Cli;

return await CliHost.RunAsync(args);
