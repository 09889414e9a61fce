Wen.main()
